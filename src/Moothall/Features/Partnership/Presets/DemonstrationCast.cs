using System.Globalization;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Invents the people of a story: names no two of which are the same, ages that fit, telephones from the range kept for drama.</summary>
internal sealed class DemonstrationCast(DemonstrationStage stage)
{
    /// <summary>Of a hundred people, how many have no known date of birth but an age someone guessed.</summary>
    private const int GuessedAges = 6;

    private readonly HashSet<string> taken = [];
    private int telephones;

    /// <summary>A story with its people and its street.</summary>
    public DemonstrationCase Play(PresetStory story, Fate fate, DateTime at)
    {
        var street = stage.Choices.Pick(stage.Activity.Streets);
        var people = new List<CasePerson>();
        foreach (var part in story.People)
        {
            var related = part.SurnameOf is { } number ? people[number - 1] : null;
            people.Add(Person(part, related, street, at));
        }

        return new(story, people, street, fate);
    }

    private CasePerson Person(
        PresetStoryPerson part,
        CasePerson? related,
        PresetStreet street,
        DateTime at
    )
    {
        var choices = stage.Choices;
        var (given, family) = Name(part, related?.FamilyName);
        // Whoever is said to cause the harm usually lives near by, not in the same home.
        var home = related is null && part.Role == "alleged perpetrator"
            ? choices.Pick(stage.Activity.Streets)
            : street;
        var person = new CasePerson
        {
            Id = choices.Id(at),
            Role = RoleOf(part.Role),
            GivenNames = given,
            FamilyName = family,
            Address =
                related?.Address
                ?? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{choices.Between(1, 98)} {home.Name}, {home.Settlement}"
                ),
            Postcode = related?.Postcode ?? home.Postcode,
        };
        var age = choices.Between(part.YoungestAge, part.OldestAge);
        if (choices.Chance(GuessedAges))
        {
            person.EstimatedAge = age;
        }
        else
        {
            person.DateOfBirth = UkTime
                .DateOf(at)
                .AddYears(-age)
                .AddDays(-choices.Between(1, 360));
        }

        if (part.Role != "child")
        {
            person.Telephones.Add(Telephone(person.Id));
        }

        return person;
    }

    private (string Given, string Family) Name(PresetStoryPerson part, string? family)
    {
        var (choices, activity) = (stage.Choices, stage.Activity);
        while (true)
        {
            var isWoman = part.Pronoun switch
            {
                "she" => true,
                "he" => false,
                _ => choices.Chance(50),
            };
            var given = choices.Pick(isWoman ? activity.WomensForenames : activity.MensForenames);
            var surname = family ?? choices.Pick(activity.Surnames);
            if (taken.Add($"{given} {surname}"))
            {
                return (given, surname);
            }
        }
    }

    private PersonTelephone Telephone(Guid personId)
    {
        // Ofcom keeps 07700 900000 to 900999 for drama; officers have the first two hundred.
        var number = 200 + (telephones++ % 800);
        var digits = string.Create(CultureInfo.InvariantCulture, $"07700900{number:000}");
        return new()
        {
            PersonId = personId,
            Number = $"{digits[..5]} {digits[5..]}",
            Digits = digits,
        };
    }

    private static PersonRole RoleOf(string words) =>
        words switch
        {
            "victim" => PersonRole.Victim,
            "complainant" => PersonRole.Complainant,
            "alleged perpetrator" => PersonRole.AllegedPerpetrator,
            "witness" => PersonRole.Witness,
            "child" => PersonRole.Child,
            "household member" => PersonRole.HouseholdMember,
            _ => PersonRole.Other,
        };
}
