"""What two facilitators need while they hold a workshop: who leads, who has had a say, what is parked.

It also keeps the private line between the two, the card held up to the room (a break, a pause to think), and the
chair a partner can take. What only helps to run the room goes when the workshop ends; nothing of it is exported.
The pages stand on the console (activities), which reads from here.
"""
