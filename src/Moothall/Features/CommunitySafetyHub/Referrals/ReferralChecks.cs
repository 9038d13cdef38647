using Moothall.Features.CommunitySafetyHub.Cases;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>Something to put right, and the field it is said beside.</summary>
public sealed record FormProblem(string Field, string Message);

/// <summary>
/// What a referral must hold beyond what each field says for itself. Names, births, addresses and telephones are asked of a
/// matter about people only: read literally, S1-5.6a would keep out every hot spot (practice section 1).
/// </summary>
public static class ReferralChecks
{
    /// <summary>Everything to put right, in the order of the form.</summary>
    /// <param name="form">What was filled in.</param>
    /// <param name="today">Today in London.</param>
    /// <param name="heldAddresses">People sent before whose protected address the hub holds.</param>
    /// <param name="heldTelephones">People sent before whose protected telephones the hub holds.</param>
    public static IEnumerable<FormProblem> Of(
        ReferralForm form,
        DateOnly today,
        IReadOnlySet<Guid> heldAddresses,
        IReadOnlySet<Guid> heldTelephones
    )
    {
        if (SharingGateways.Find(form.Details.Gateway) is null && form.Details.Gateway.Length > 0)
        {
            yield return new("Details.Gateway", "Choose why you may share this");
        }

        var about = form.Details.Kind;
        var people = form.People.Index().Where(row => !row.Item.IsEmpty).ToList();
        if (about == CaseKind.Person && people.Count == 0)
        {
            yield return new(
                "People[0].FamilyName",
                "Enter at least one person, or change what the referral is about"
            );
        }

        foreach (var (index, person) in people)
        {
            var whose = form.People.Count > 1 ? $"Person {index + 1}: " : "";
            foreach (
                var (field, message) in OfPerson(
                    person,
                    about == CaseKind.Person,
                    today,
                    person.Id is { } a && heldAddresses.Contains(a),
                    person.Id is { } t && heldTelephones.Contains(t)
                )
            )
            {
                yield return new($"People[{index}].{field}", whose + message);
            }
        }

        if (about == CaseKind.Place && form.Places.TrueForAll(place => place.IsEmpty))
        {
            yield return new("Places[0].Description", "Enter the place the referral is about");
        }

        foreach (var (index, place) in form.Places.Index())
        {
            if (place.Description.Length == 0 && !place.IsEmpty)
            {
                yield return new(
                    $"Places[{index}].Description",
                    "Enter the place that has this postcode"
                );
            }
        }
    }

    /// <summary>What is to be put right about one person; fields are named without a row.</summary>
    /// <param name="person">What was filled in.</param>
    /// <param name="inFull">Whether everything S1-5.6a asks for must be given.</param>
    /// <param name="today">Today in London.</param>
    /// <param name="addressHeld">Whether the hub holds a protected address of the person.</param>
    /// <param name="telephonesHeld">Whether the hub holds protected telephone numbers of the person.</param>
    public static IEnumerable<FormProblem> OfPerson(
        PersonForm person,
        bool inFull,
        DateOnly today,
        bool addressHeld,
        bool telephonesHeld
    )
    {
        // Someone known by a street name alone can be referred; otherwise full names are asked (S1-5.6a).
        if (person.KnownAs.Length == 0 && inFull)
        {
            if (person.GivenNames.Length == 0)
            {
                yield return new(
                    "GivenNames",
                    "Enter the given names, or a name the person is known as"
                );
            }

            if (person.FamilyName.Length == 0)
            {
                yield return new(
                    "FamilyName",
                    "Enter the family name, or a name the person is known as"
                );
            }
        }
        else if ((person.GivenNames + person.FamilyName + person.KnownAs).Length == 0)
        {
            yield return new("FamilyName", "Enter a name");
        }

        if (person.Role is null)
        {
            yield return new("Role", "Choose the part the person plays");
        }

        if (AgeProblem(person, inFull, today) is { } age)
        {
            yield return new("DateOfBirth", age);
        }

        if (inFull && person.Address.Length == 0 && !addressHeld)
        {
            yield return new("Address", "Enter the address, or “not known”");
        }

        if (inFull && person.TelephoneLines.Count == 0 && !telephonesHeld)
        {
            yield return new("Telephones", "Enter a telephone number, or “none known”");
        }
        else if (
            person.TelephoneLines.FirstOrDefault(line => !PersonRules.IsTelephone(line)) is not null
        )
        {
            yield return new(
                "Telephones",
                "Enter each telephone number in digits, such as 01632 960123 ext 4, or “none known”"
            );
        }

        if (
            (person.AddressIsProtected || person.TelephonesAreProtected)
            && person.ProtectedBecause.Length == 0
        )
        {
            yield return new("ProtectedBecause", "Say from whom it is kept, and why");
        }
    }

    private static string? AgeProblem(PersonForm person, bool inFull, DateOnly today)
    {
        var nothing =
            person.DateOfBirth is null
            && person.EstimatedAge is null
            && person.AgeNotKnownBecause.Length == 0;
        if (nothing && !inFull)
        {
            return null;
        }

        var verdict = PersonRules.AgeIsGiven(
            person.DateOfBirth,
            person.EstimatedAge,
            person.AgeNotKnownBecause,
            today
        );
        return verdict.Allowed ? null : verdict.Reason;
    }
}
