import { totalmem } from 'node:os'

/** PostgreSQL's own settings by name. */
export type Settings = Record<string, string | number>

/** For one community on one machine that also runs Node: a sixteenth of the memory for buffers, 64 to 512 MB. */
export function tunedSettings(): Settings {
  const megabytes = totalmem() / 2 ** 20
  const sharedBuffers = Math.round(Math.min(512, Math.max(64, megabytes / 16)))
  return {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    max_connections: 60,
    superuser_reserved_connections: 3,
    shared_buffers: `${sharedBuffers}MB`,
    effective_cache_size: `${Math.round(megabytes / 3)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    wal_buffers: '8MB',
    min_wal_size: '128MB',
    max_wal_size: '1GB',
    checkpoint_timeout: '10min',
    random_page_cost: 1.1,
    jit: 'off',
    io_workers: 2,
    max_worker_processes: 4,
    max_parallel_workers_per_gather: 0,
    autovacuum_naptime: '15s',
    max_wal_senders: 2,
    log_checkpoints: 'off',
    log_min_duration_statement: '2s',
    log_line_prefix: '%m [%p] ',
    log_timezone: 'UTC',
    timezone: 'UTC',
    idle_in_transaction_session_timeout: '60s',
    client_connection_check_interval: '10s',
  }
}
