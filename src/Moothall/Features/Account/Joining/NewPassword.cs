using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Moothall.Platform.Access;
using Moothall.Platform.Ui;

namespace Moothall.Features.Account.Joining;

/// <summary>A password chosen by its owner, typed twice.</summary>
public sealed class NewPasswordDetails
{
    [Field(
        "New password",
        Hint = "12 characters or more. Three or four words that don't belong together are easy to remember.",
        Kind = FieldKind.Password,
        Required = "Enter a new password",
        Limit = PasswordRules.Longest,
        Autocomplete = "new-password"
    )]
    public string Password { get; set; } = "";

    [Field(
        "New password again",
        Kind = FieldKind.Password,
        Required = "Enter the new password again",
        Limit = PasswordRules.Longest,
        Autocomplete = "new-password"
    )]
    public string Again { get; set; } = "";

    /// <summary>Puts what is wrong beside the fields, which are bound under the prefix.</summary>
    public void Check(ModelStateDictionary state, string prefix, string name, string email)
    {
        if (!state.IsValid)
        {
            return;
        }

        if (PasswordRules.Problem(Password, name, email) is { } problem)
        {
            state.AddModelError($"{prefix}.{nameof(Password)}", problem);
        }
        else if (Password != Again)
        {
            state.AddModelError(
                $"{prefix}.{nameof(Again)}",
                "The two passwords are not the same. Type it again."
            );
        }
    }

    /// <summary>Gives it to a person; whoever was half way in with the old one starts again.</summary>
    public void GiveTo(User person, IPasswordHasher<User> hasher)
    {
        person.PasswordHash = hasher.HashPassword(person, Password);
        person.SecurityStamp = RandomNumberGenerator.GetHexString(32);
    }
}
