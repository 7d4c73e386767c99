import { setTimeout as delay } from 'node:timers/promises';

interface Usage {
  rss: number;
  heapUsed: number;
}

/**
 * Memory of a backend in bytes, after it has thrown away what it no longer needs: without
 * that, the figure is of garbage and of chance.
 *
 * @param inspectorPort - of `node --inspect`
 */
export async function backendMemory(inspectorPort: number): Promise<Usage> {
  const list = await fetch(`http://127.0.0.1:${inspectorPort}/json`);
  const [{ webSocketDebuggerUrl }] = (await list.json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  let id = 0;
  const call = <T>(method: string, params: object = {}) =>
    new Promise<T>(resolve => {
      id += 1;
      const own = id;
      socket.addEventListener('message', function listen({ data }) {
        const answer = JSON.parse(String(data)) as { id: number; result: T };
        if (answer.id !== own) return;
        socket.removeEventListener('message', listen);
        resolve(answer.result);
      });
      socket.send(JSON.stringify({ id: own, method, params }));
    });
  try {
    for (let time = 0; time < 3; time += 1) {
      await call('HeapProfiler.collectGarbage');
      // freed pages go back to the system a little later
      await delay(2_000);
    }
    const { result } = await call<{ result: { value: string } }>(
      'Runtime.evaluate',
      { expression: 'JSON.stringify(process.memoryUsage())' },
    );
    return JSON.parse(result.value) as Usage;
  } finally {
    socket.close();
  }
}
