/** Programs that real hosts have or that people know from elsewhere, and what helps here instead: [English, Russian]. */
const table: Record<string, readonly [string, string]> = {};

function row(names: string, english: string, russian: string): void {
  for (const name of names.split(' ')) table[name] = [english, russian];
}

row('vi vim view vim.tiny rvim ex vimdiff nvim emacs joe mcedit pico micro ed', 'use nano, or the editor beside the terminal', 'возьмите nano или редактор рядом с терминалом');
row('ptx look diff3 dircolors', 'use sort, grep, diff', 'возьмите sort, grep, diff');
row('visudo vipw vigr sudoedit', 'edit the file with sudo nano (put sudo rules into /etc/sudoers.d)', 'правьте файл через sudo nano (правила sudo лежат в /etc/sudoers.d)');
row('strace ltrace gdb perf bpftrace bpftool', 'look into /proc/PID, or use docker logs and docker inspect', 'загляните в /proc/PID или возьмите docker logs и docker inspect');
row('systemd-analyze systemd-cgls systemd-cgtop systemd-run systemd-nspawn loginctl hostnamectl timedatectl localectl networkctl resolvectl machinectl bootctl busctl coredumpctl', 'systemctl, journalctl, hostname and date are here', 'есть systemctl, journalctl, hostname и date');
row('podman buildah nerdctl ctr crictl lxc lxd incus runc containerd containerd-shim-runc-v2', 'use docker', 'возьмите docker');
row('kubectl minikube kind k3s helm kubeadm oc', 'Kubernetes is beyond this course; use docker and docker compose', 'Kubernetes не входит в этот курс; возьмите docker и docker compose');
row('snap flatpak brew yum dnf zypper pacman apk emerge rpm nix aptitude synaptic', 'this host is Debian: use apt (apk is in Alpine containers)', 'этот хост — Debian: возьмите apt (apk есть в контейнерах Alpine)');
row('iptables iptables-save iptables-restore ip6tables nft ufw firewall-cmd ebtables arptables ipset', 'packet filters are not modelled; published ports: docker ps, docker port, ss -tln', 'пакетных фильтров здесь нет; опубликованные порты: docker ps, docker port, ss -tln');
row('tmux screen byobu', 'open another terminal tab beside this one', 'откройте рядом ещё одну вкладку терминала');
row('pip pip3', 'pip belongs to the images of Python: docker run --rm -it python bash', 'pip есть в образах Python: docker run --rm -it python bash');
row('perl ruby node npm npx php java javac go rustc cargo gcc g++ cc make cmake', 'shell scripts, awk, sed and jq run here', 'здесь работают сценарии оболочки, awk, sed и jq');
row('reboot shutdown poweroff halt init telinit', 'reload the page: that is a reboot of this host', 'перезагрузите страницу: это и есть перезагрузка хоста');
row('mkfs mkfs.ext4 mkfs.xfs fdisk parted cfdisk sfdisk lvcreate pvcreate vgcreate mdadm cryptsetup fsck losetup swapon swapoff mkswap blkid partx', 'disks are given; use mount -t tmpfs, mount --bind and docker volume', 'диски здесь заданы; возьмите mount -t tmpfs, mount --bind и docker volume');
row('modprobe lsmod insmod rmmod depmod modinfo lspci lsusb dmidecode ethtool lshw hdparm smartctl', 'there is no hardware behind this host; see /proc and lscpu', 'за этим хостом нет оборудования; смотрите /proc и lscpu');
row('git svn hg', 'files are edited in place; docker build takes a folder', 'файлы правятся на месте; docker build берёт папку');
row('rsync sftp', 'use scp, cp, tar, or docker cp', 'возьмите scp, cp, tar или docker cp');
row('crontab at batch anacron', 'use a loop with sleep, or a container with a restart policy', 'возьмите цикл со sleep или контейнер с restart policy');
row('htop btop atop glances iotop iftop nmon vmstat iostat mpstat sar dstat pidstat slabtop', 'use top, ps, free, docker stats', 'возьмите top, ps, free, docker stats');
row('nmap masscan wireshark tshark mtr ngrep iperf iperf3', 'use ss, ping, nc, curl -v', 'возьмите ss, ping, nc, curl -v');
row('zsh fish ksh tcsh csh', 'bash is the shell of this host', 'оболочка этого хоста — bash');
row('ansible terraform vagrant packer puppet chef', 'beyond this course', 'не входит в этот курс');
row('xdg-open open startx firefox chromium google-chrome', 'there is no desktop; curl fetches pages', 'рабочего стола нет; страницы берёт curl');
row('ipconfig cls dir.exe powershell pwsh cmd', 'that is a Windows command: here it is ip addr, clear, ls, bash', 'это команда Windows: здесь — ip addr, clear, ls, bash');
row('ifup ifdown nmcli nmtui dhclient wpa_supplicant iwconfig', 'use ip addr, ip link and ip route', 'возьмите ip addr, ip link и ip route');
row('7z 7za rar unrar zstd lz4 lzop cpio ar bzip2 bunzip2 bzcat xz unxz xzcat lzma', 'use tar, gzip, or zip', 'возьмите tar, gzip или zip');
row('capsh getcap setcap getpcaps setpriv chattr lsattr getfacl setfacl chcon restorecon getenforce setenforce aa-status', 'see CapEff in /proc/self/status; docker run has --cap-add and --cap-drop', 'смотрите CapEff в /proc/self/status; у docker run есть --cap-add и --cap-drop');
row('ipcs ipcrm ipcmk taskset chrt ionice numactl cpupower', 'limits of processors and memory: docker run --cpus, --memory', 'ограничения процессора и памяти: docker run --cpus, --memory');

row('ldd ldconfig ld.so pmap pldd infocmp tic toe tabs setterm tput script scriptreplay scriptlive rtcwake linux32 linux64 i386 setarch chcpu chmem lsmem wdctl localedef tzselect zic zdump', 'programs here are models without machine code; file, uname and stty tell what there is to tell', 'программы здесь — модели без машинного кода; что можно узнать, скажут file, uname и stty');
row('update-alternatives update-rc.d invoke-rc.d start-stop-daemon debconf dpkg-reconfigure dpkg-divert dpkg-statoverride pam-auth-update', 'use apt-get, dpkg and systemctl', 'возьмите apt-get, dpkg и systemctl');
row('bridge rtmon genl devlink rdma dcb tipc', 'use ip, ss and docker network', 'возьмите ip, ss и docker network');

/** What to say for a command that is known but not part of the sandbox; undefined for one that nobody knows. `language`: LANG. */
export function unsupportedCommand(name: string, language = ''): string | undefined {
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!found) return undefined;
  return /^ru/i.test(language) ? `bash: ${name}: не входит в эту песочницу: ${found[1]}` : `bash: ${name}: not part of this sandbox: ${found[0]}`;
}
