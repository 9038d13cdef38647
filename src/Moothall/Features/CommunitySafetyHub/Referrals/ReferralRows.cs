using Moothall.Features.CommunitySafetyHub.Cases;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>Turns what the form says about people and places into their rows.</summary>
public sealed class ReferralRows(ProtectedSeal seal)
{
    /// <summary>
    /// Writes a person's fields into a row. A protected address or number goes into the returned values instead, readable by
    /// the people named: the writer, and whom the team named since.
    /// </summary>
    public IReadOnlyList<ProtectedValue> Write(
        PersonForm form,
        CasePerson person,
        IReadOnlyCollection<Guid> readers
    )
    {
        (person.GivenNames, person.FamilyName) = (form.GivenNames, form.FamilyName);
        (person.KnownAs, person.Role) = (form.KnownAs, form.Role ?? PersonRole.Other);
        (person.DateOfBirth, person.EstimatedAge) = (form.DateOfBirth, form.EstimatedAge);
        person.AgeNotKnownBecause = form.AgeNotKnownBecause;
        person.SearchFamilyName = NormalisedName.Of(form.FamilyName);
        person.SearchGivenNames = NormalisedName.Of(form.GivenNames + form.KnownAs);
        var postcode = PersonRules.Postcode(form.Postcode) ?? form.Postcode;
        (person.Address, person.Postcode) = form.AddressIsProtected
            ? ("", "")
            : (form.Address, postcode);
        person.Telephones.Clear();
        if (!form.TelephonesAreProtected)
        {
            person.Telephones.AddRange(
                form.TelephoneLines.Select(PersonRules.Telephone)
                    .Select(
                        (number, order) =>
                            new PersonTelephone
                            {
                                PersonId = person.Id,
                                Number = number.AsTyped,
                                Digits = number.Digits,
                                Order = order,
                            }
                    )
            );
        }

        var values = new List<ProtectedValue>();
        if (form.AddressIsProtected && form.Address.Length > 0)
        {
            var whole = $"{form.Address}\n{postcode}".Trim();
            values.Add(Protect(person.Id, ProtectedKind.Address, whole, form, readers));
        }

        if (form.TelephonesAreProtected)
        {
            values.AddRange(
                form.TelephoneLines.Select(line =>
                    Protect(person.Id, ProtectedKind.Telephone, line, form, readers)
                )
            );
        }

        return values;
    }

    /// <summary>A new person row of a referral.</summary>
    public static CasePerson NewPerson(Guid referralId) =>
        new()
        {
            ReferralId = referralId,
            Role = PersonRole.Other,
            GivenNames = "",
            FamilyName = "",
        };

    /// <summary>The place rows of a referral.</summary>
    public static IEnumerable<CasePlace> Places(Guid referralId, IEnumerable<PlaceForm> forms) =>
        forms
            .Where(form => !form.IsEmpty)
            .Select(
                (form, order) =>
                    new CasePlace
                    {
                        ReferralId = referralId,
                        Description = form.Description,
                        Order = order,
                        Postcode = PersonRules.Postcode(form.Postcode) ?? form.Postcode,
                        SearchText = NormalisedName.Of(form.Description + form.Postcode),
                    }
            );

    private ProtectedValue Protect(
        Guid personId,
        ProtectedKind kind,
        string text,
        PersonForm form,
        IReadOnlyCollection<Guid> readers
    )
    {
        var value = new ProtectedValue
        {
            PersonId = personId,
            Kind = kind,
            Sealed = seal.Seal(text),
            Why = form.ProtectedBecause,
        };
        value.Readers.AddRange(
            readers
                .Distinct()
                .Select(id => new ProtectedValueReader { ValueId = value.Id, UserId = id })
        );
        return value;
    }
}
