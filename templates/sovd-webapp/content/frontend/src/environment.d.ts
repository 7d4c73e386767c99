interface ImportMetaEnv {
  /** Where the API is; /api when left out. */
  readonly VITE_API_BASE_URL?: string;
}
