"""Who is who in the sample school, by the contact each signs in with."""

from tests.stories.rosters import address_of

# The head of the school, who administers it.
DIRECTOR = "director@school14.example"
# The class teacher of 7 «Б», who also teaches it geography.
LADOGINA = "ladogina@school14.example"
# Teaches 7 «Б» mathematics.
TUMANOV = "tumanov@school14.example"
# The class teacher of 5 «А».
OZERTSOVA = "ozertsova@school14.example"
# Pupils of 7 «Б».
PETROV, POLYANSKAYA, SNEGIRYOVA = address_of("s-7b-01"), address_of("s-7b-02"), address_of("s-7b-04")
# A pupil of 5 «А».
SOKOLOV = address_of("s-5a-02")
# Parents of pupils of 7 «Б»: of Ivan Petrov, of Zhanna Polyanskaya, of Ira Snegiryova.
PETROVA, POLYANSKY, SNEGIRYOV = "+79123001415", "+79123001416", "+79123001417"

CLASS_CHAT = "7 «Б» класс"
PARENTS_CHAT = "Родители 7 «Б» и классный руководитель"
