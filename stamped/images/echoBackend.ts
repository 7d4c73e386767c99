import { createServer, type Server } from 'node:http';

/** Answers with what it was asked; takes every WebSocket, and says back what it was asked with. */
export function echoBackend(): Server {
  const server = createServer((asked, answer) => {
    const status = asked.url === '/api/missing' ? 404 : 200;
    answer.writeHead(status, { 'content-type': 'application/json' });
    const { url, headers, httpVersion } = asked;
    const padding = ' '.repeat(2000);
    answer.end(JSON.stringify({ url, headers, httpVersion, padding }));
  });
  server.on('upgrade', (asked, socket) => {
    const seen = Buffer.from(JSON.stringify(asked.headers)).toString('base64');
    socket.end(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX-Seen: ${seen}\r\n\r\n`,
    );
  });
  return server;
}
