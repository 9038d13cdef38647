using System.Globalization;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Invents the people of a story: names no two of which are the same, ages that fit, telephones from the range kept for drama.</summary>
internal sealed class DemonstrationCast(DemonstrationStage stage)
{
    /// <summary>Of a hundred people, how many have no known date of birth but an age someone guessed.</summary>
    private const int GuessedAges = 6;

    /// <summary>After so many tries the same initials are allowed twice; the minutes tell such people apart by a number.</summary>
    private const int Tries = 60;

    // Two stories about one man: the team links him (settled 1).
    private static readonly string[] SameMan =
    [
        "Criminal Behaviour Orders",
        "Integrated Offender Management",
    ];

    private readonly HashSet<string> taken = [];
    private readonly HashSet<string> initials = [];
    private readonly List<CasePerson> known = [];
    private CasePerson? sameMan;
    private int telephones;

    /// <summary>A story with its people and its street.</summary>
    public DemonstrationCase Play(PresetStory story, Fate fate, DateTime at)
    {
        var street = stage.Choices.Pick(stage.Activity.Streets);
        var people = new List<CasePerson>();
        foreach (var part in story.People)
        {
            var related = part.SurnameOf is { } number ? people[number - 1] : null;
            var person =
                related is null && Before(story, part, fate, at) is { } before
                    ? Again(before, part, at)
                    : Person(part, related, street, at);
            people.Add(person);
            if (SameMan.Contains(story.Topic) && person.DateOfBirth is not null)
            {
                sameMan ??= person;
            }
        }

        known.AddRange(people.Where(one => one.DateOfBirth is not null));
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
        var home =
            related is null && part.Role == "alleged perpetrator"
                ? choices.Pick(stage.Activity.Streets)
                : street;
        var address = string.Create(
            CultureInfo.InvariantCulture,
            $"{choices.Between(1, 98)} {home.Name}, {home.Settlement}"
        );
        var person = new CasePerson
        {
            Id = choices.Id(at),
            Role = RoleOf(part.Role),
            GivenNames = given,
            FamilyName = family,
            Address = related?.Address ?? address,
            Postcode = related?.Postcode ?? home.Postcode,
        };
        var age = choices.Between(part.YoungestAge, part.OldestAge);
        if (choices.Chance(GuessedAges))
        {
            person.EstimatedAge = age;
        }
        else
        {
            person.DateOfBirth = UkTime.DateOf(at).AddYears(-age).AddDays(-choices.Between(1, 360));
        }

        if (part.Role != "child")
        {
            person.Telephones.Add(Telephone(person.Id));
        }

        return person;
    }

    private CasePerson Again(CasePerson before, PresetStoryPerson part, DateTime at)
    {
        var person = new CasePerson
        {
            Id = stage.Choices.Id(at),
            Role = RoleOf(part.Role),
            GivenNames = before.GivenNames,
            FamilyName = before.FamilyName,
            DateOfBirth = before.DateOfBirth,
            Address = before.Address,
            Postcode = before.Postcode,
        };
        person.Telephones.Add(Telephone(person.Id));
        return person;
    }

    private (string Given, string Family) Name(PresetStoryPerson part, string? family)
    {
        var (choices, activity) = (stage.Choices, stage.Activity);
        for (var tries = 0; ; tries++)
        {
            var isWoman = part.Pronoun switch
            {
                "she" => true,
                "he" => false,
                _ => choices.Chance(50),
            };
            var given = choices.Pick(isWoman ? activity.WomensForenames : activity.MensForenames);
            var surname = family ?? choices.Pick(activity.Surnames);
            var letters = NameIndex.InitialsOf(new(given, surname));
            if (
                taken.Contains($"{given} {surname}")
                || (initials.Contains(letters) && tries < Tries)
            )
            {
                continue;
            }

            taken.Add($"{given} {surname}");
            initials.Add(letters);
            return (given, surname);
        }
    }

    // Someone the hub has met before, under the same name and date of birth, for the team to find (settled 14).
    private CasePerson? Before(PresetStory story, PresetStoryPerson part, Fate fate, DateTime at)
    {
        if (SameMan.Contains(story.Topic))
        {
            return sameMan;
        }

        return fate == Fate.Waiting && part.SurnameOf is null
            ? known.Find(one => one.Role == RoleOf(part.Role) && AgeFits(one, part, at))
            : null;
    }

    private static bool AgeFits(CasePerson person, PresetStoryPerson part, DateTime at)
    {
        if (person.DateOfBirth is not { } born)
        {
            return false;
        }

        var age = (UkTime.DateOf(at).DayNumber - born.DayNumber) / 365;
        return age >= part.YoungestAge && age <= part.OldestAge;
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
