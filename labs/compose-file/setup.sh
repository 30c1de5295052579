# A file whose values look harmless; one of them is drawn anew.
mkdir "$LAB_HOME/crate"
set -- 0755 0750 0711 0644 0640 0600
shift $((RANDOM % 6))
printf '%s\n' 'services:' '  crate:' '    image: busybox' '    command: env' '    environment:' "      MODE: $1" '      VERSION: 1.10' '      FLAG: yes' \
  '      DAY: 2026-05-01' '      LARGE: 1_000' '      HEX: 0x10' '      NIGHT: 22:22' '      NOTHING:' > "$LAB_HOME/crate/compose.yaml"
chown -R "$LAB_USER:" "$LAB_HOME/crate"
