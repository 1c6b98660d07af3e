export function bundleScript(root: string, script: string): Promise<string>;
