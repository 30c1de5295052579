/** What `apt-get` says about itself. */
export const aptGetHelp = `Usage: apt-get [options] command
       apt-get [options] install|remove pkg1 [pkg2 ...]
       apt-get [options] source pkg1 [pkg2 ...]

apt-get fetches packages and information about them from the sources it is
told of, and installs, upgrades and removes them with what they depend on.

Most used commands:
  update - Retrieve new lists of packages
  upgrade - Perform an upgrade
  install - Install new packages (pkg is libc6 not libc6.deb)
  reinstall - Reinstall packages (pkg is libc6 not libc6.deb)
  remove - Remove packages
  purge - Remove packages and config files
  autoremove - Remove automatically all unused packages
  dist-upgrade - Distribution upgrade, see apt-get(8)
  clean - Erase downloaded archive files
  autoclean - Erase old downloaded archive files
  check - Verify that there are no broken dependencies

See apt-get(8) for more information about the available commands.
                                        This APT has Super Cow Powers.
`;

/** What `apt` says about itself. */
export const aptHelp = `Usage: apt [options] command

apt manages packages on the command line: it searches, shows, installs and
removes them. It does what apt-get and apt-cache do, for people at a terminal.

Most used commands:
  list - list packages based on package names
  search - search in package descriptions
  show - show package details
  install - install packages
  reinstall - reinstall packages
  remove - remove packages
  autoremove - automatically remove all unused packages
  update - update list of available packages
  upgrade - upgrade the system by installing/upgrading packages
  full-upgrade - upgrade the system by removing/installing/upgrading packages

See apt(8) for more information about the available commands.
                                        This APT has Super Cow Powers.
`;
