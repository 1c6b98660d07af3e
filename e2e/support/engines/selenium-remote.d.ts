/** Node asks for the file's name, the types know the folder's only. */
declare module "selenium-webdriver/remote/index.js" {
  export * from "selenium-webdriver/remote";
}
