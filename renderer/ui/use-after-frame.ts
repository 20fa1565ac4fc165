import { startTransition, useEffect, useState } from 'react';
import { afterFrame } from './after-frame.ts';

/**
 * The value as it was drawn last, following it once the next frame is made. A deferred value alone may be rendered before
 * that frame, which then comes too late for whoever pressed the key.
 */
export function useAfterFrame<Value>(value: Value): Value {
  const [shown, setShown] = useState(() => value);
  useEffect(() => afterFrame(() => startTransition(() => setShown(() => value))), [value]);
  return shown;
}
