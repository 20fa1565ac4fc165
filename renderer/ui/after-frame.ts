/** A window that is not seen makes no frames: then the work does not wait for one. */
const unseenMs = 250;

/**
 * Does something once the next frame is made, so that whoever pressed a key does not wait for it. Returns what calls it off,
 * as long as it is not begun.
 */
export function afterFrame(work: () => void): () => void {
  let timer = setTimeout(begin, unseenMs);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(work);
  });
  function begin(): void {
    cancelAnimationFrame(frame);
    work();
  }
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
