# The daemon reads its settings now, before the learner changes them.
docker version > /dev/null
