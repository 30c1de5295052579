echo answer /root/note.txt
