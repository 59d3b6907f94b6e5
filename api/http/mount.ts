import { Router, type RequestHandler } from 'express';
import { problem, sendProblem } from '#api/problems.ts';
import { handlersOf, type Surroundings } from './handlers.ts';
import type { Route } from './route.ts';

const wrongMethod =
  (allowed: string): RequestHandler =>
  (_request, response) => {
    response.setHeader('Allow', allowed);
    sendProblem(response, problem('wrong-method'));
  };

/** `/tickets/bulk` comes before `/tickets/:id`. */
const precedence = (path: string): string => path.replaceAll(/:\w+/g, '~');

/** `/api/tickets` of `/api/tickets/:id/history`. */
const areaOf = (path: string): string => path.split('/', 3).join('/');

function routerOf(routes: readonly Route[], around: Surroundings): Router {
  const router = Router();
  const inOrder = routes.toSorted((a, b) => (precedence(a.path) < precedence(b.path) ? -1 : 1));
  const byPath = Map.groupBy(inOrder, ({ path }) => path);
  for (const [path, some] of byPath) {
    const at = router.route(path);
    for (const one of some) at[one.method](...handlersOf(one, around));
    at.all(wrongMethod(some.map(({ method }) => method.toUpperCase()).join(', ')));
  }
  return router;
}

/**
 * All routes; another method than a path has is answered with 405. A router tries its paths one by one, so each area
 * of the API has one of its own.
 */
export function mountRoutes(routes: readonly Route[], around: Surroundings): RequestHandler {
  const areas = Map.groupBy(routes, ({ path }) => areaOf(path));
  const routers = new Map([...areas].map(([area, some]) => [area, routerOf(some, around)]));
  return (request, response, next) => {
    const router = routers.get(areaOf(request.path).toLowerCase());
    if (router) router(request, response, next);
    else next();
  };
}
