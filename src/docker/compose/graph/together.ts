/** Does all of it at once, waits for all, then throws the first failure. */
export async function together<T>(items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  await Promise.all(items.map(async (item, index) => {
    try {
      await work(item, index);
    } catch (error) {
      failures.push(error);
    }
  }));
  if (failures.length > 0) throw failures[0];
}
