import multer from 'multer';
import type { RequestHandler } from 'express';
import type { Problem } from '#api/contract/problem.ts';
import { problem, sendProblem } from '#api/problems.ts';

const MOST_BYTES = 8 * 1024 * 1024;

const memory = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MOST_BYTES, files: 1, fields: 8, fieldSize: 1_000 },
}).single('image');

/** Reads a form with one image into memory; what is too large or no form at all is a problem, not a fault. */
export const upload: RequestHandler = (request, response, next) => {
  void memory(request, response, (error: unknown) => {
    if (error === undefined) next();
    else if (error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE')
      sendProblem(response, problem('too-large', { detail: 'An image can have up to 8 MiB.' }));
    else sendProblem(response, problem('malformed', { detail: 'Send a form with one file named image.' }));
  });
};

/** The picture store says no by an error of this name, with a sentence for people. */
export function asRefusal(error: unknown): Problem {
  if (error instanceof Error && error.name === 'PictureRefused')
    return problem('taken', { detail: error.message });
  throw error;
}
