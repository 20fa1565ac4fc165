import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';

/** First module of a forked process: gives it `process.parentPort`, then runs the module it was forked for. */
class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    if (process.connected) process.send?.(message);
  }
}

const parentPort = new ParentPort();
const early: unknown[] = [];
const deliver = (data: unknown) => parentPort.emit('message', { data, ports: [] });
process.on('message', (data) => {
  if (parentPort.listenerCount('message') === 0) early.push(data);
  else deliver(data);
});
// As in Electron, what came before anybody listened is kept.
parentPort.on('newListener', (name) => {
  if (name === 'message') setImmediate(() => early.splice(0).forEach(deliver));
});
Object.defineProperty(process, 'parentPort', { value: parentPort });

const [node = process.execPath, , modulePath = '', ...values] = process.argv;
process.argv = [node, modulePath, ...values];
await import(pathToFileURL(modulePath).href);
