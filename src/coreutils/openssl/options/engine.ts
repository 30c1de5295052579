/** Options of openssl-engine(1). */
export const options = `Usage: engine [options] engine...

12
General options:
-help	Display this summary
-t	Check that specified engine is available
-pre val	Run command against the ENGINE before loading it
-post val	Run command against the ENGINE after loading it

Output options:
-v	List 'control commands' For each specified engine
-vv	Also display each command's description
-vvv	Also add the input flags for each command
-vvvv	Also show internal input flags
-c	List the capabilities of specified engine
-tt	Display error trace for unavailable engines
	Commands are like "SO_PATH:/lib/libdriver.so"

Parameters:
engine	ID of engine(s) to load
`;
