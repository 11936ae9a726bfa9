// In the child: when the launcher is gone (even by kill -9), asks the program to drain, and ends it if it does not.
const patienceMs = 15_000

// a child's own children inherit this preload, but their channel is another one
if (process.channel && String(process.ppid) === process.env.MADANG_LAUNCHER) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), patienceMs).unref()
  })
  // the channel alone keeps nothing alive
  process.channel.unref()
}
