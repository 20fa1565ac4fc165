import type { StageLog } from './pair-stages.ts';

/** What stands beside the trees: what they were fitted to, and how well. */
export function pairLog(stages: readonly StageLog[], fittedPages: number, unseenPages: number): string {
  const rows = stages.map(
    ({ stage, examples, holding, fittedLoss, unseenLoss }) =>
      `| ${stage} | ${examples} | ${holding} | ${fittedLoss.toFixed(3)} | ${unseenLoss.toFixed(3)} |`,
  );
  return `# pairs.json

Tells labels and values on pages without a layout. Boosted trees, one forest a step. Made by
\`node tools/train/noisy-pages/pairs.ts\` of this project; EUPL-1.2, as the project.

Fitted to ${fittedPages} pages of FUNSD (Jaume, Ekenel and Thiran 2019), each as it is read, with its true words, and twice with its
labels and values set anew in rows of boxes; measured on ${unseenPages} others. No text of a page is in the trees. Losses are mean log losses in nats.

| step | examples | of which it holds | loss, fitted | loss, others |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
