using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Writes the invented people of a demonstration: accounts, roles and whom they represent.</summary>
internal static class PresetPeople
{
    /// <summary>How long before the demonstration's first day everyone has been in post.</summary>
    private const int DaysInPost = 200;

    public static Dictionary<string, (PresetPerson Person, User User)> Write(
        MoothallDb db,
        Preset preset,
        Dictionary<int, HubMembership> members,
        Dictionary<string, Organisation> organisations,
        DateOnly today
    )
    {
        var since = today.AddDays(-DaysInPost);
        var people = new Dictionary<string, (PresetPerson, User)>();
        foreach (var person in preset.People)
        {
            var user = UserOf(person, organisations[person.Organisation].Id, since);
            people.Add(person.Key, (person, user));
            if (person.Membership is { } number)
            {
                members[number]
                    .Representatives.Add(
                        new()
                        {
                            MembershipId = members[number].Id,
                            UserId = user.Id,
                            IsDeputy = person.Deputy,
                            From = since,
                        }
                    );
            }
        }

        db.AddRange(people.Values.Select(one => one.Item2));
        return people;
    }

    private static User UserOf(PresetPerson person, Guid organisationId, DateOnly since)
    {
        var user = new User
        {
            Id = RecordIdentifier.Next(),
            Name = person.Name,
            Post = person.Post,
            OrganisationId = organisationId,
            UserName = person.Email,
            NormalizedUserName = person.Email.ToUpperInvariant(),
            Email = person.Email,
            NormalizedEmail = person.Email.ToUpperInvariant(),
            EmailConfirmed = person.HasAccount,
            PhoneNumber = person.Telephone,
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
            LockoutEnabled = true,
        };
        if (person.HasAccount)
        {
            // Without a role one is known to the partnership but can do nothing here.
            foreach (var role in person.Roles)
            {
                user.Give(role, since);
            }
        }

        return user;
    }
}
