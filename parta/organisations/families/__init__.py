"""When a child is one no more. In Russian: «дата рождения», «совершеннолетие»."""
