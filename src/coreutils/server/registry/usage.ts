/** What help says of the program itself. */
export const rootLong = '`registry`';

/** Usage texts, as cobra prints them. */
export const usages = {
  root: `Usage:
  registry [flags]
  registry [command]

Available Commands:
  completion      Generate the autocompletion script for the specified shell
  garbage-collect \`garbage-collect\` deletes layers not referenced by any manifests
  help            Help about any command
  serve           \`serve\` stores and distributes Docker images

Flags:
  -h, --help      help for registry
  -v, --version   show the version and exit

Use "registry [command] --help" for more information about a command.
`,
  serve: {
    long: '`serve` stores and distributes Docker images.',
    usage: `Usage:
  registry serve <config> [flags]

Flags:
  -h, --help   help for serve
`,
  },
  'garbage-collect': {
    long: '`garbage-collect` deletes layers not referenced by any manifests',
    usage: `Usage:
  registry garbage-collect <config> [flags]

Flags:
  -m, --delete-untagged   delete manifests that are not currently referenced via tag
  -d, --dry-run           do everything except remove the blobs
  -h, --help              help for garbage-collect
`,
  },
} as const;

/** What Go prints after the words of a panic while the registry is put together. */
export const panicTrace = `goroutine 1 [running]:
github.com/docker/distribution/registry/handlers.NewApp({0x1228f08, 0xc0003ff080}, 0xc000005408)
	github.com/docker/distribution/registry/handlers/app.go:324 +0x1be5
github.com/docker/distribution/registry.NewRegistry({0x1228f08?, 0xc0003fe780?}, 0xc000005408)
	github.com/docker/distribution/registry/registry.go:161 +0x12f
github.com/docker/distribution/registry.init.func1(0x1913cc0, {0xc0003fc700, 0x1, 0x1})
	github.com/docker/distribution/registry/registry.go:119 +0x185
github.com/spf13/cobra.(*Command).execute(0x1913cc0, {0xc0003fc6c0, 0x1, 0x1})
	github.com/spf13/cobra/command.go:989 +0xabb
github.com/spf13/cobra.(*Command).ExecuteC(0x1913fa0)
	github.com/spf13/cobra/command.go:1117 +0x44f
github.com/spf13/cobra.(*Command).Execute(0xc000002380?)
	github.com/spf13/cobra/command.go:1041 +0x13
main.main()
	github.com/docker/distribution/cmd/registry/main.go:22 +0x1a
`;
