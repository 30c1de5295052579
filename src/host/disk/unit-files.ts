const dockerService = `[Unit]
Description=Docker Application Container Engine
Documentation=https://docs.docker.com
After=network-online.target docker.socket firewalld.service containerd.service time-set.target
Wants=network-online.target containerd.service
Requires=docker.socket
StartLimitBurst=3
StartLimitIntervalSec=60

[Service]
Type=notify
EnvironmentFile=-/etc/default/docker
ExecStart=/usr/sbin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock $DOCKER_OPTS
ExecReload=/bin/kill -s HUP $MAINPID
TimeoutStartSec=0
RestartSec=2
Restart=always
LimitNPROC=infinity
LimitCORE=infinity
TasksMax=infinity
Delegate=yes
KillMode=process
OOMScoreAdjust=-500

[Install]
WantedBy=multi-user.target
`;

const dockerSocket = `[Unit]
Description=Docker Socket for the API

[Socket]
ListenStream=/run/docker.sock
SocketMode=0660
SocketUser=root
SocketGroup=docker

[Install]
WantedBy=sockets.target
`;

const containerdService = `[Unit]
Description=containerd container runtime
Documentation=https://containerd.io
After=network.target local-fs.target

[Service]
ExecStartPre=-/sbin/modprobe overlay
ExecStart=/usr/bin/containerd
Type=notify
Delegate=yes
KillMode=process
Restart=always
RestartSec=5
LimitNPROC=infinity
LimitCORE=infinity
TasksMax=infinity
OOMScoreAdjust=-999

[Install]
WantedBy=multi-user.target
`;

/** Unit files of the host's services; [path, text, mode]. */
export const unitFiles: readonly (readonly [path: string, text: string, mode: number])[] = [
  ['/usr/lib/systemd/system/docker.service', dockerService, 0o644],
  ['/usr/lib/systemd/system/docker.socket', dockerSocket, 0o644],
  ['/usr/lib/systemd/system/containerd.service', containerdService, 0o644],
];

/** Links that say which units start at boot; [path, target]. */
export const enabledUnits: readonly (readonly [path: string, target: string])[] = [
  ['/etc/systemd/system/multi-user.target.wants/docker.service', '/usr/lib/systemd/system/docker.service'],
  ['/etc/systemd/system/multi-user.target.wants/containerd.service', '/usr/lib/systemd/system/containerd.service'],
  ['/etc/systemd/system/sockets.target.wants/docker.socket', '/usr/lib/systemd/system/docker.socket'],
];
