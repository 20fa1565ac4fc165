/** Whether a process that ended may be started again: at most `times` in any `withinMs`. */
export function createRestartLimit({ times, withinMs }: { readonly times: number; readonly withinMs: number }): {
  allows(nowMs: number): boolean;
} {
  let recentMs: number[] = [];
  return {
    allows(nowMs) {
      recentMs = recentMs.filter((at) => nowMs - at < withinMs);
      if (recentMs.length >= times) return false;
      recentMs.push(nowMs);
      return true;
    },
  };
}
