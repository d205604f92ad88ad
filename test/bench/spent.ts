/** Does the work, and says what this process spent on it: seconds. */
export async function spent<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly wall: number; readonly cpu: number }> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(used);
  return { value, wall: (performance.now() - started) / 1_000, cpu: (user + system) / 1_000_000 };
}
