using Moothall.Bench.Matching;

namespace Moothall.Bench.Pages;

/// <summary>Names of invented people, the commoner ones more often.</summary>
internal static class Names
{
    private static readonly string[] GivenNames =
        "Olivia Jack Amelia Harry Isla George Ava Noah Emily Charlie Sophie Jacob Grace Alfie Mia Freddie Poppy Oscar Ella Leo Lily Logan Evie Archie Isabella Theo Jessica Thomas Freya James Ruby Joshua Daisy Henry Alice William Florence Max Sophia Lucas Phoebe Ethan Charlotte Arthur Scarlett Mohammed Millie Isaac Matilda Harrison Aisha Teddy Elsie Finley Zara Daniel Maryam Riley Priya Edward Anya Joseph Fatima Alexander Chloe Adam".Split(
            ' '
        );

    public static string Given(Dice dice) => dice.Ranked(GivenNames);

    public static string Family(Dice dice) => dice.Ranked(CommonNames.InventedSurnames);
}
