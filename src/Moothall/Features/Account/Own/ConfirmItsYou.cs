using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Account.SigningIn;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Account.Own;

/// <summary>Both factors once more, before what a person signs in with is changed.</summary>
public sealed class ConfirmDetails
{
    [Field(
        "Your password",
        Name = "Password",
        Kind = FieldKind.Password,
        Required = "Enter your password",
        Limit = 128,
        Autocomplete = "current-password"
    )]
    public string Password { get; set; } = "";

    [Field(
        "Code from your authenticator app",
        Name = "Code",
        Hint = "6 digits, or one of your recovery codes.",
        Required = "Enter the code from your authenticator app",
        Limit = 40,
        Width = 20,
        Autocomplete = "one-time-code"
    )]
    public string Code { get; set; } = "";
}

/// <summary>Somebody at an unlocked computer is not its owner: asks for both factors before they can be changed.</summary>
public sealed class ConfirmItsYou(MoothallDb db, CurrentUser user, Credentials credentials)
{
    /// <summary>The signed-in person when both are right; otherwise what is wrong stands beside the fields of <c>Input</c>.</summary>
    public async Task<User?> CheckAsync(
        HttpContext context,
        ModelStateDictionary state,
        ConfirmDetails details
    )
    {
        if (!state.IsValid)
        {
            return null;
        }

        var person = await db.Set<User>().SingleAsync(one => one.Id == user.Id);
        var (owner, problem) = await credentials.CheckPasswordAsync(
            context,
            person.Email ?? "",
            details.Password
        );
        if (owner is null)
        {
            state.AddModelError("Input.Password", Words(problem!));
            return null;
        }

        if (await credentials.CheckCodeAsync(context, person, details.Code) is { } wrong)
        {
            state.AddModelError("Input.Code", wrong);
            return null;
        }

        return person;
    }

    /// <summary>The words for someone whose e-mail address is known to be right.</summary>
    public static string Words(string problem) =>
        problem == Credentials.TooMany ? problem : "The password is not right.";
}
