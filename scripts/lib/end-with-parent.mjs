const LOOK_EVERY_MS = 500;

/**
 * Ends this process in order when npm, which started it, is gone. npm hands SIGTERM to a shell that dies of it
 * without telling its child, so `kill` of npm alone would leave the application running unseen.
 */
export function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  timer.unref();
}
