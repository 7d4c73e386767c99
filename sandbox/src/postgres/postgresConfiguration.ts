type Files = { readonly certificate: string; readonly key: string };

/** Quoted as postgresql.conf wants it. */
function quote(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

/** Settings beside PostgreSQL's own; written at each start, so that a changed port is taken up. */
export function postgresConfiguration(port: number, files: Files): string {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    ssl: 'on',
    ssl_cert_file: files.certificate,
    ssl_key_file: files.key,
    // The sandbox may lose seconds of data in a power cut.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    shared_buffers: '32MB',
    max_connections: '200',
    // Ends the session of a killed client within a second, and with it the locks that others wait for.
    client_connection_check_interval: '1s',
  };
  const lines = Object.entries(values).map(
    ([name, value]) => `${name} = ${quote(value)}`,
  );
  return `${lines.join('\n')}\n`;
}
