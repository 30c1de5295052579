import { alignColumns, formatAnsiC, GoSlice, GoStruct, GoTemplate, parseRfc3339, TemplateError, type GoFunction, type GoValue } from '../../../base/go/index.ts';
import { apiVersion, type VersionResponse } from '../../api/index.ts';
import { isDockerError } from '../../client/index.ts';
import type { Cli } from '../cli.ts';
import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError, StatusError } from '../command/status-error.ts';
import { inspectFormat } from '../flags/index.ts';
import { templateFunctions } from '../format/functions.ts';
import { loosePointer, looseStruct } from '../format/loose-struct.ts';
import { cliBuild, cliBuildTime, cliGoVersion, cliVersion } from '../version.ts';

/** What docker prints without --format; docker/cli, cli/command/system/version.go. */
const defaultTemplate = `{{with .Client -}}
Client:
 Version:\t{{.Version}}
 API version:\t{{.ApiVersion}}{{if ne .ApiVersion .DefaultAPIVersion}} (downgraded from {{.DefaultAPIVersion}}){{end}}
 Go version:\t{{.GoVersion}}
 Git commit:\t{{.GitCommit}}
 Built:\t{{.BuildTime}}
 OS/Arch:\t{{.Os}}/{{.Arch}}
 Context:\t{{.Context}}
{{- end}}

{{- if .Server}}{{with .Server}}

Server:{{if ne .Platform.Name ""}} {{.Platform.Name}}{{end}}
 {{- range $component := .Components}}
 {{$component.Name}}:
  {{- if eq $component.Name "Engine" }}
  Version:\t{{.Version}}
  API version:\t{{index .Details "ApiVersion"}} (minimum version {{index .Details "MinAPIVersion"}})
  Go version:\t{{index .Details "GoVersion"}}
  Git commit:\t{{index .Details "GitCommit"}}
  Built:\t{{index .Details "BuildTime"}}
  OS/Arch:\t{{index .Details "Os"}}/{{index .Details "Arch"}}
  Experimental:\t{{index .Details "Experimental"}}
  {{- else }}
  Version:\t{{$component.Version}}
  {{- $detailsOrder := getDetailsOrder $component}}
  {{- range $key := $detailsOrder}}
  {{$key}}:\t{{index $component.Details $key}}
   {{- end}}
  {{- end}}
 {{- end}}
 {{- end}}{{- end}}`;

export const versionCommand = defineCommand({
  name: 'version',
  use: 'version [OPTIONS]',
  short: 'Show the Docker version information',
  common: 11,
  args: noArgs,
  flags: { format: inspectFormat() },
  async run({ cli, flags }) {
    const template = parse(flags.format === '' ? defaultTemplate : flags.format === 'json' ? '{{json .}}' : flags.format);
    let server: VersionResponse | undefined;
    let failure: unknown;
    try {
      server = withReadableDates(await cli.client.system.version());
    } catch (error) {
      if (!isDockerError(error)) throw error;
      failure = error;
    }
    let text = '';
    try {
      template.executeTo(versionValue(cli, server), (part) => (text += part));
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      failure ??= new CliError(error.message);
    }
    await cli.out.print(alignColumns(`${text}\n`, { minWidth: 20, padding: 1 }));
    if (failure !== undefined) throw failure;
  },
});

/** The sorted names of a component's details. */
const getDetailsOrder: GoFunction = {
  parameters: ['value'],
  call([component]) {
    const details: GoValue = component instanceof GoStruct ? component.field('Details')?.value : undefined;
    return new GoSlice('[]string', details && typeof details === 'object' && 'sortedKeys' in details ? details.sortedKeys() : []);
  },
};

function parse(text: string): GoTemplate {
  try {
    return new GoTemplate(text, { ...templateFunctions, getDetailsOrder }, 'version');
  } catch (error) {
    if (error instanceof TemplateError) throw new StatusError(64, `template parsing error: ${error.message}`);
    throw error;
  }
}

function withReadableDates(version: VersionResponse): VersionResponse {
  const Components = version.Components.map((component) => {
    const built = component.Details['BuildTime'];
    const time = component.Name === 'Engine' && built !== undefined ? parseRfc3339(built) : undefined;
    return time ? { ...component, Details: { ...component.Details, BuildTime: formatAnsiC(time) } } : component;
  });
  return { ...version, Components };
}

function versionValue(cli: Cli, server: VersionResponse | undefined): GoStruct {
  const client = {
    Version: cliVersion, ApiVersion: cli.client.apiVersion, DefaultAPIVersion: apiVersion, GitCommit: cliBuild, GoVersion: cliGoVersion, Os: 'linux', Arch: 'amd64', BuildTime: cliBuildTime,
    Context: cli.contextName,
  };
  const clientStruct = looseStruct('system.clientVersion', client);
  // Fields are APIVersion in Go and ApiVersion in JSON: templates may use either name.
  const withGoNames = new GoStruct(clientStruct.type, [...clientStruct.fields, { name: 'APIVersion', json: undefined, value: client.ApiVersion }]);
  const serverPointer = loosePointer('types.Version', server && { ...server }, new Set(['Details']));
  const { target } = serverPointer;
  const serverValue = target instanceof GoStruct ? new GoStruct(target.type, [...target.fields, { name: 'APIVersion', json: undefined, value: server?.ApiVersion ?? '' }]) : serverPointer;
  return new GoStruct('system.versionInfo', [
    { name: 'Client', json: 'Client', value: withGoNames },
    { name: 'Server', json: 'Server', value: serverValue },
  ]);
}
