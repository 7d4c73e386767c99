/** Versions of the portal's templates. */
export interface TemplateVersions {
  /**
   * @param template - name of the Template entity
   * @returns its newest version; undefined when there is no such template or it says none
   */
  newest(template: string): Promise<string | undefined>;
}
