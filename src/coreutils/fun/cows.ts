/** Cows by name, in the format of cowsay's .cow files' text: `$thoughts`, `$eyes` and `$tongue` are filled in. Files in COWPATH come first. */
export const cows: Record<string, string> = {
  default: `        $thoughts   ^__^
         $thoughts  ($eyes)\\_______
            (__)\\       )\\/\\
             $tongue ||----w |
                ||     ||
`,
  tux: `   $thoughts
    $thoughts
        .---.
       |$eyes  |
       | v  |
      /|$tongue|\\
     / |   | \\
     \\_/\\_/\\_/
`,
  whale: `      $thoughts
       $thoughts      .
             ":"
           ___:____     |"\\/"|
         ,'        \`.    \\  /
         |  $eyes       \\___/  |
         ~^~^~^~^~^~^~^~^~^~^~^~
`,
  small: `  $thoughts
   $thoughts ,__,
     ($eyes)__
     (__) )\\
      $tongue||--|
`,
};
