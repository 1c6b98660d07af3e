/** The headers of `headers.ts` in the languages of the servers that can send them. */
import { CACHE_CONTROL, EVERY_RESPONSE, HASHED_FOLDER } from "./headers.ts";

const NOTICE = "Written by `node scripts/run.mjs build/hosting/write.ts`; see docs/hosting.md.";

/** What is worth compressing on its way, where the compressed forms of the build were not uploaded. */
const TEXT_TYPES = [
  "text/css",
  "text/javascript",
  "application/javascript",
  "application/json",
  "application/manifest+json",
  "application/wasm",
  "image/svg+xml",
];

/** File name within `hosting/` to its text. */
export const HOST_FILES: Readonly<Record<string, string>> = {
  _headers: writeHeadersFile(),
  "nginx.conf": writeNginx(),
  Caddyfile: writeCaddyfile(),
};

/**
 * For Netlify and Cloudflare Pages, which read it from the top of what is uploaded.
 * Cloudflare joins the values of a header that two rules set, so that no two do;
 * what has no `Cache-Control` here gets `max-age=0, must-revalidate` from both hosts.
 *
 * Source: https://developers.cloudflare.com/pages/configuration/headers/,
 * https://docs.netlify.com/manage/routing/headers/
 */
function writeHeadersFile(): string {
  const every = lines(([name, value]) => `  ${name}: ${value}`);
  return `# ${NOTICE}
/*
${every}
/${HASHED_FOLDER}/*
  Cache-Control: ${CACHE_CONTROL.hashed}
`;
}

/** Belongs into nginx's `http` block, where `conf.d/*.conf` is included. */
function writeNginx(): string {
  const every = lines(([name, value]) => `  add_header ${name} "${value}" always;`);
  return `# ${NOTICE}
map $uri $starlike_cache_control {
  default "${CACHE_CONTROL.other}";
  ~/${HASHED_FOLDER}/ "${CACHE_CONTROL.hashed}";
}

types {
  application/manifest+json webmanifest;
}

server {
  listen 8080;
  listen [::]:8080;
  root /usr/share/nginx/html;
  server_tokens off;
  # Behind a proxy, nginx knows neither the public name nor the public port.
  absolute_redirect off;

  # The build has laid compressed forms beside its files.
  gzip_static on;
  gzip on;
  gzip_vary on;
  gzip_types ${TEXT_TYPES.join(" ")};

${every}
  # Not "always": that a file is missing should not be remembered.
  add_header Cache-Control $starlike_cache_control;
}
`;
}

/** `SITE_ADDRESS` and `SITE_ROOT` are read from Caddy's environment. */
function writeCaddyfile(): string {
  const every = lines(([name, value]) => `\t\t${name} "${value}"`);
  const types = TEXT_TYPES.map((type) => `\t\t\theader Content-Type ${type}*`).join("\n");
  return `# ${NOTICE}
{$SITE_ADDRESS::8080} {
	root * {$SITE_ROOT:dist}

	encode zstd gzip {
		match {
			header Content-Type text/html*
${types}
		}
	}

	header {
${every}
	}

	@hashed {
		path */${HASHED_FOLDER}/*
		file
	}
	header @hashed Cache-Control "${CACHE_CONTROL.hashed}"

	@other not path */${HASHED_FOLDER}/*
	header @other Cache-Control "${CACHE_CONTROL.other}"

	@manifest path *.webmanifest
	header @manifest Content-Type application/manifest+json

	file_server {
		precompressed br gzip
	}
}
`;
}

function lines(write: (header: [name: string, value: string]) => string): string {
  return Object.entries(EVERY_RESPONSE).map(write).join("\n");
}
