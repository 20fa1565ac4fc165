import { DetailedError, Upload } from 'tus-js-client';
import type { Receipt } from '../store/deliveries.ts';
import { DeliveryFailure } from './delivery-failure.ts';
import type { SendShipment, Shipment } from './destination.ts';
import { createIntakeClient, failureOfAnswer, type IntakeClient, type IntakeReceipt } from './intake-client.ts';
import { contentSha256 } from './submission.ts';

export interface IntakeAddress {
  readonly url: string;
  readonly token: string;
  /** Bytes in one request. After each the offset is known for good, and so a kill costs one at most. */
  readonly chunkBytes?: number;
}

const defaultChunkBytes = 1024 * 1024;
/** Without a byte moving for this long, the connection counts as lost. */
const stallMs = 60_000;

/** Delivers to a municipal intake as `intake/openapi.json` describes it. */
export function createIntakeSender(address: IntakeAddress): SendShipment {
  const client = createIntakeClient(address.url, address.token);
  return async (shipment) => {
    const { idempotencyKey, submission, signal } = shipment;
    const made = await client.create(idempotencyKey, submission, signal);
    shipment.onSubmission(client.submissionUrl(made.id));
    if (made.receipt) return checkReceipt(made.receipt, shipment);
    for (const { index, state } of made.pages) {
      if (state === 'missing')
        await sendPage(client, made.id, index, shipment, address.chunkBytes ?? defaultChunkBytes);
      shipment.onUpload(index, { done: true, offsetBytes: submission.pages[index]?.bytes ?? 0 });
    }
    return checkReceipt(await client.commit(made.id, signal), shipment);
  };
}

function checkReceipt(receipt: IntakeReceipt, { submission, idempotencyKey }: Shipment): Receipt {
  const { protocolNumber, registeredAt } = receipt;
  const sent = contentSha256(submission);
  if (receipt.contentSha256 !== sent) throw new DeliveryFailure('receipt-differs', 'the content hash is another');
  if (receipt.idempotencyKey !== idempotencyKey) throw new DeliveryFailure('receipt-differs', 'the key is another');
  return { protocolNumber, registeredAt, contentSha256: sent };
}

/** Uploads one page by tus, from where an earlier attempt stopped. Repeating is the job's business, not the client's. */
async function sendPage(
  client: IntakeClient,
  submissionId: string,
  position: number,
  shipment: Shipment,
  chunkSize: number,
): Promise<void> {
  const { signal } = shipment;
  const content = await shipment.readPage(position);
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(content, {
      endpoint: client.uploadsUrl,
      uploadUrl: shipment.uploads[position]?.uploadUrl ?? null,
      uploadSize: content.byteLength,
      chunkSize,
      headers: { ...client.headers },
      metadata: { submission: submissionId, page: String(position) },
      retryDelays: null,
      storeFingerprintForResuming: false,
      onProgress: () => patience.refresh(),
      onUploadUrlAvailable: () => shipment.onUpload(position, { uploadUrl: upload.url }),
      onChunkComplete: (_chunkBytes, offsetBytes) => shipment.onUpload(position, { offsetBytes }),
      onSuccess: () => settle(resolve),
      onError: (error) => settle(() => reject(failureOfUpload(error))),
    });
    const giveUp = (reason: unknown) => {
      upload.abort().catch(() => undefined);
      settle(() => reject(reason));
    };
    const stop = () => giveUp(signal.reason);
    const stall = () => giveUp(new DeliveryFailure('unreachable', 'the upload stalled'));
    const settle = (end: () => void) => {
      clearTimeout(patience);
      signal.removeEventListener('abort', stop);
      end();
    };
    const patience = setTimeout(stall, stallMs);
    signal.addEventListener('abort', stop, { once: true });
    upload.start();
  });
}

function failureOfUpload(error: Error): DeliveryFailure {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) return new DeliveryFailure('unreachable', 'the upload broke off', { cause: error });
  return failureOfAnswer(response.getStatus(), response.getBody());
}
