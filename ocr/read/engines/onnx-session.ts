import { InferenceSession, Tensor } from 'onnxruntime-node';

/** Numbers in rows of the last dimension first, as ONNX lays them out. */
export interface FloatTensor {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** A loaded network of one input and one output. */
export interface OnnxSession {
  /** Throws when the network refuses the shape or fails. */
  run(input: FloatTensor): Promise<FloatTensor>;
  release(): Promise<void>;
}

/** Loads a network from the bytes of an ONNX file. It computes in one thread: workers share the processor by process. */
export async function openOnnxSession(model: Uint8Array): Promise<OnnxSession> {
  const session = await InferenceSession.create(model, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
  });
  const [inputName = ''] = session.inputNames;
  const [outputName = ''] = session.outputNames;
  return {
    async run({ data, shape }) {
      const answer = await session.run({ [inputName]: new Tensor('float32', data, [...shape]) });
      const output = answer[outputName];
      if (output === undefined || !(output.data instanceof Float32Array)) {
        throw new Error('the network gave no numbers of 32 bits');
      }
      return { data: output.data, shape: output.dims };
    },
    release: () => session.release(),
  };
}
