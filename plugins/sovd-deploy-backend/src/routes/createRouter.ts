import express from 'express';
import Router from 'express-promise-router';
import { addChangeRoutes } from './changeRoutes';
import { addEnvironmentRoutes } from './environmentRoutes';
import { addOverviewRoutes } from './overviewRoutes';
import { addPlanRoutes } from './planRoutes';
import { addStampRoutes } from './stampRoutes';
import { addValidationRoutes } from './validationRoutes';
import { addVersionRoutes } from './versionRoutes';
import type { RouteServices } from './RouteServices';

/** The HTTP API as `routes` of the common package lists it. */
export function createRouter(services: RouteServices): express.Router {
  const router = Router();
  // Before the parser of small bodies: a stamp is a large one.
  addStampRoutes(router, services);
  router.use(express.json());
  addValidationRoutes(router, services);
  addEnvironmentRoutes(router, services);
  addOverviewRoutes(router, services);
  addVersionRoutes(router, services);
  addPlanRoutes(router, services);
  addChangeRoutes(router, services);
  return router;
}
