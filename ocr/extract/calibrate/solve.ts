/**
 * Solves `matrix * x = right` for a symmetric positive definite matrix by Cholesky's decomposition.
 *
 * Throws a RangeError when the matrix is not positive definite.
 */
export function solvePositive(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const lower = decompose(matrix);
  const size = right.length;
  const halfway = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let sum = right[row] ?? 0;
    for (let column = 0; column < row; column += 1) sum -= at(lower, row, column) * (halfway[column] ?? 0);
    halfway[row] = sum / at(lower, row, row);
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = halfway[row] ?? 0;
    for (let below = row + 1; below < size; below += 1) sum -= at(lower, below, row) * (solution[below] ?? 0);
    solution[row] = sum / at(lower, row, row);
  }
  return solution;
}

function decompose(matrix: readonly Float64Array[]): Float64Array[] {
  const lower = matrix.map((row) => new Float64Array(row.length));
  for (const [row, target] of lower.entries()) {
    for (let column = 0; column <= row; column += 1) {
      let sum = at(matrix, row, column);
      for (let inner = 0; inner < column; inner += 1) sum -= at(lower, row, inner) * at(lower, column, inner);
      if (row !== column) target[column] = sum / at(lower, column, column);
      else if (sum > 0) target[column] = Math.sqrt(sum);
      else throw new RangeError('matrix is not positive definite');
    }
  }
  return lower;
}

function at(matrix: readonly Float64Array[], row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}
