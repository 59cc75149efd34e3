using Microsoft.Extensions.Options;

namespace Fulcrum.Client;

/// <summary>Judges <see cref="FulcrumEmbeddedClientOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class FulcrumEmbeddedClientOptionsValidator : IValidateOptions<FulcrumEmbeddedClientOptions>;
