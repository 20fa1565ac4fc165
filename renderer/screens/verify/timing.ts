/** Name of the browser's performance measures from a key to the next field on screen. */
export const fieldShownMeasure = 'tabularium.field-shown';

let pressedAt: number | null = null;

/** Remembers when the key that leads to another field was pressed; the event's own time stamp. */
export function keyPressed(timeStamp: number): void {
  pressedAt = timeStamp;
}

/** To be called once the field's editor is in the page: measures until the browser has drawn it. */
export function fieldShown(): void {
  if (pressedAt === null) return;
  const start = pressedAt;
  pressedAt = null;
  requestAnimationFrame(() => {
    // A message is delivered after the frame that is being made now was handed over.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      performance.measure(fieldShownMeasure, { start, end: performance.now() });
      // Observers were told; kept ones would only pile up over a day's work.
      performance.clearMeasures(fieldShownMeasure);
      port1.close();
    };
    port2.postMessage(null);
  });
}
