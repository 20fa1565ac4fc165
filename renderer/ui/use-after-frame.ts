import { startTransition, useEffect, useState } from 'react';

/**
 * The value as it was drawn last, following it once the next frame is made. A deferred value alone may be rendered before
 * that frame, which then comes too late for whoever pressed the key.
 */
export function useAfterFrame<Value>(value: Value): Value {
  const [shown, setShown] = useState(() => value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setShown(() => value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return shown;
}
