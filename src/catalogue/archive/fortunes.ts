// Sayings for the fortune packages, written for this course. A `%` line ends each.

/** For /usr/share/games/fortunes/fortunes. */
export const fortunes = `A ship in the harbour is safe, and so is a server that nobody may log in to.
%
Measure twice, push once.
%
The tide waits for no deploy.
%
Every captain was once seasick over a YAML file.
%
A tag is a promise; a digest is a fact.
%
Keep your layers thin and your ropes thick.
%
The harbour master never says "it works on my ship".
%
If it has no log, it never happened.
%
He who builds without a .dockerignore sails with last year's cargo.
%
The sea forgives a slow ship sooner than a leaking one.
%
An anchor is only as good as the bottom it holds; a cache, as the key.
%
Two ships may share a name. Two digests may not.
%
Whoever runs as root swims with lead boots.
%
Paint the hull while she is in dry dock.
%
A volume outlives its container, as a harbour outlives its ships.
%
Before you leave port, read the weather. Before you delete, read the path.
%
The cargo is not the ship. The data is not the container.
%
Small commits, calm seas.
%
"latest" is not a place on any chart.
%
Good knots come undone when you want them to.
%
A port published to everyone is a gangway left down at night.
%
One process, one job, one watch on deck.
%
The best lighthouse is the one that was lit before the storm.
%
You will meet an old error message with a new smile.
%
`;

/** For /usr/share/games/fortunes/literature. */
export const literature = `The old boatswain counted the containers twice, found one too many,
and was the only one aboard who slept badly that night.
		-- From the log of the Drydock
%
"Where does the river end?" asked the apprentice. "Where it is read,"
said the master, and piped it to a file.
		-- Stories of the Quay
%
They rebuilt her plank by plank, and when the last one was new, somebody
asked whether she was the same ship. "Compare the digests," said the cook.
		-- From the log of the Drydock
%
There were three who could restart the lighthouse, and each believed that
the other two knew how.
		-- Stories of the Quay
%
The map showed a registry where there was only water. They sailed on until
the name was found, and it had moved to another host.
		-- From the log of the Drydock
%
The rope remembered every knot that had ever been in it; this was called
history, and it ended at a thousand lines.
		-- Stories of the Quay
%
`;

/** For /usr/share/games/fortunes/riddles. */
export const riddles = `Q:	What leaves the harbour in layers and arrives in one piece?
A:	An image.
%
Q:	What has a mouth that it never opens and a stream that it never drinks?
A:	A pipe.
%
Q:	I run in the background, and when my parent dies I am adopted. Who am I?
A:	An orphan; the first process takes me in.
%
Q:	What weighs more the emptier it looks?
A:	A sparse file.
%
Q:	Which knock is answered although nobody is at home?
A:	A published port without a listener.
%
`;

/** For the larger package `fortunes`: /usr/share/games/fortunes/computers. */
export const computers = `A backup that was never restored is a wish.
%
There are two hard things on the quay: naming ships, and knowing when the
chart in your pocket is stale.
%
Exit code 137 means that somebody bigger said no.
%
The network is a rumour that usually turns out to be true.
%
Whoever says "only one line" has not seen the line.
%
A watched build never boils.
%
`;
