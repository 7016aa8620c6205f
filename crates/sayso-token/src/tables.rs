// DO NOT EDIT. Written by:
//
//     cargo xtask generate token

use crate::lexicon::Abbreviation;

pub(crate) static ABBREVIATIONS: &[(u64, Abbreviation, bool)] = &[
    (0x6163, Abbreviation::Always, false),             // ca
    (0x6167, Abbreviation::AfterComma, true),          // ga
    (0x616c, Abbreviation::AfterComma, true),          // la
    (0x6170, Abbreviation::AfterComma, true),          // pa
    (0x6176, Abbreviation::Always, true),              // va
    (0x626c, Abbreviation::Always, false),             // lb
    (0x6465, Abbreviation::Always, false),             // ed
    (0x646d, Abbreviation::AfterComma, true),          // md
    (0x6472, Abbreviation::Always, true),              // rd
    (0x6569, Abbreviation::Always, false),             // ie
    (0x656d, Abbreviation::AfterComma, true),          // me
    (0x6663, Abbreviation::Always, false),             // cf
    (0x6765, Abbreviation::Always, false),             // eg
    (0x6863, Abbreviation::BeforeNumber, false),       // ch
    (0x6870, Abbreviation::Always, true),              // ph
    (0x6c61, Abbreviation::Always, false),             // al
    (0x6f63, Abbreviation::Always, true),              // co
    (0x6f6d, Abbreviation::AfterComma, true),          // mo
    (0x6f6e, Abbreviation::BeforeNumber, false),       // no
    (0x7070, Abbreviation::BeforeNumber, false),       // pp
    (0x7165, Abbreviation::BeforeNumber, false),       // eq
    (0x7173, Abbreviation::Always, false),             // sq
    (0x7264, Abbreviation::Always, true),              // dr
    (0x726a, Abbreviation::Always, true),              // jr
    (0x726d, Abbreviation::Always, true),              // mr
    (0x7273, Abbreviation::Always, true),              // sr
    (0x736d, Abbreviation::Always, true),              // ms
    (0x7370, Abbreviation::Always, false),             // ps
    (0x7376, Abbreviation::Always, false),             // vs
    (0x7466, Abbreviation::Always, true),              // ft
    (0x746c, Abbreviation::Always, true),              // lt
    (0x746d, Abbreviation::Always, true),              // mt
    (0x7473, Abbreviation::Always, true),              // st
    (0x7476, Abbreviation::AfterComma, true),          // vt
    (0x786d, Abbreviation::Always, true),              // mx
    (0x796b, Abbreviation::AfterComma, true),          // ky
    (0x7a6f, Abbreviation::Always, false),             // oz
    (0x616c61, Abbreviation::Always, true),            // ala
    (0x616c66, Abbreviation::Always, true),            // fla
    (0x626566, Abbreviation::Always, true),            // feb
    (0x62656e, Abbreviation::AfterComma, true),        // neb
    (0x626d61, Abbreviation::Always, true),            // amb
    (0x636564, Abbreviation::Always, true),            // dec
    (0x636573, Abbreviation::BeforeNumber, false),     // sec
    (0x636670, Abbreviation::Always, true),            // pfc
    (0x636e69, Abbreviation::Always, true),            // inc
    (0x637465, Abbreviation::Inside, false),           // etc
    (0x646577, Abbreviation::Always, true),            // wed
    (0x646e69, Abbreviation::AfterComma, true),        // ind
    (0x64746c, Abbreviation::Always, true),            // ltd
    (0x656d6d, Abbreviation::Always, true),            // mme
    (0x65726f, Abbreviation::AfterComma, true),        // ore
    (0x657473, Abbreviation::Always, true),            // ste
    (0x657574, Abbreviation::BeforeNumber, true),      // tue
    (0x657661, Abbreviation::Always, true),            // ave
    (0x676966, Abbreviation::BeforeNumber, false),     // fig
    (0x677561, Abbreviation::Always, true),            // aug
    (0x697266, Abbreviation::Always, true),            // fri
    (0x6a616d, Abbreviation::Always, true),            // maj
    (0x6b7261, Abbreviation::AfterComma, true),        // ark
    (0x6c6163, Abbreviation::AfterComma, true),        // cal
    (0x6c6564, Abbreviation::AfterComma, true),        // del
    (0x6c6574, Abbreviation::Always, false),           // tel
    (0x6c6c69, Abbreviation::AfterComma, true),        // ill
    (0x6c6f63, Abbreviation::Always, true),            // col
    (0x6c6f76, Abbreviation::Always, false),           // vol
    (0x6c7063, Abbreviation::Always, true),            // cpl
    (0x6c756a, Abbreviation::BeforeNumber, true),      // jul
    (0x6d6461, Abbreviation::Always, true),            // adm
    (0x6e616a, Abbreviation::BeforeNumber, true),      // jan
    (0x6e616b, Abbreviation::Always, true),            // kan
    (0x6e6567, Abbreviation::Always, true),            // gen
    (0x6e6573, Abbreviation::Always, true),            // sen
    (0x6e6f68, Abbreviation::Always, true),            // hon
    (0x6e6f6d, Abbreviation::BeforeNumber, true),      // mon
    (0x6e756a, Abbreviation::BeforeNumber, true),      // jun
    (0x6e7573, Abbreviation::BeforeNumber, true),      // sun
    (0x6f7977, Abbreviation::Always, true),            // wyo
    (0x706572, Abbreviation::Always, true),            // rep
    (0x706573, Abbreviation::Always, true),            // sep
    (0x707365, Abbreviation::Always, false),           // esp
    (0x717365, Abbreviation::Always, true),            // esq
    (0x72616d, Abbreviation::BeforeNumber, true),      // mar
    (0x726576, Abbreviation::BeforeNumber, false),     // ver
    (0x727061, Abbreviation::BeforeNumber, true),      // apr
    (0x73626c, Abbreviation::Always, false),           // lbs
    (0x736465, Abbreviation::Always, false),           // eds
    (0x736977, Abbreviation::Always, true),            // wis
    (0x736f63, Abbreviation::Always, true),            // cos
    (0x736f6e, Abbreviation::BeforeNumber, false),     // nos
    (0x737165, Abbreviation::BeforeNumber, false),     // eqs
    (0x737264, Abbreviation::Always, true),            // drs
    (0x73726d, Abbreviation::Always, true),            // mrs
    (0x737279, Abbreviation::Always, false),           // yrs
    (0x746173, Abbreviation::BeforeNumber, true),      // sat
    (0x74636f, Abbreviation::Always, true),            // oct
    (0x746564, Abbreviation::Always, true),            // det
    (0x746773, Abbreviation::Always, true),            // sgt
    (0x747063, Abbreviation::Always, true),            // cpt
    (0x747261, Abbreviation::BeforeNumber, false),     // art
    (0x747670, Abbreviation::Always, true),            // pvt
    (0x747865, Abbreviation::Always, false),           // ext
    (0x76656e, Abbreviation::AfterComma, true),        // nev
    (0x766572, Abbreviation::Always, true),            // rev
    (0x766f67, Abbreviation::Always, true),            // gov
    (0x766f6e, Abbreviation::Always, true),            // nov
    (0x786574, Abbreviation::Always, true),            // tex
    (0x797768, Abbreviation::Always, true),            // hwy
    (0x7a6976, Abbreviation::Always, false),           // viz
    (0x616c6b6f, Abbreviation::Always, true),          // okla
    (0x61726170, Abbreviation::BeforeNumber, false),   // para
    (0x64766c62, Abbreviation::Always, true),          // blvd
    (0x656c6c6d, Abbreviation::Always, true),          // mlle
    (0x666f7270, Abbreviation::Always, true),          // prof
    (0x67697262, Abbreviation::Always, true),          // brig
    (0x6863696d, Abbreviation::Always, true),          // mich
    (0x68736177, Abbreviation::AfterComma, true),      // wash
    (0x6c636e69, Abbreviation::Always, false),         // incl
    (0x6c746e69, Abbreviation::Always, true),          // intl
    (0x6e6e6570, Abbreviation::AfterComma, true),      // penn
    (0x6e6e6574, Abbreviation::Always, true),          // tenn
    (0x6e6e696d, Abbreviation::Always, true),          // minn
    (0x6e6e6f63, Abbreviation::Always, true),          // conn
    (0x6e737361, Abbreviation::Always, true),          // assn
    (0x6e747461, Abbreviation::Always, false),         // attn
    (0x6f6c6f63, Abbreviation::Always, true),          // colo
    (0x70726f63, Abbreviation::Always, true),          // corp
    (0x70736e69, Abbreviation::Always, true),          // insp
    (0x72646d63, Abbreviation::Always, true),          // cmdr
    (0x7267736d, Abbreviation::Always, true),          // msgr
    (0x72756874, Abbreviation::Always, true),          // thur
    (0x73656d6d, Abbreviation::Always, true),          // mmes
    (0x73657574, Abbreviation::Always, true),          // tues
    (0x73676966, Abbreviation::BeforeNumber, false),   // figs
    (0x736c6f63, Abbreviation::Always, true),          // cols
    (0x736c6f76, Abbreviation::Always, false),         // vols
    (0x736e6567, Abbreviation::Always, true),          // gens
    (0x736e6573, Abbreviation::Always, true),          // sens
    (0x736f7262, Abbreviation::Always, true),          // bros
    (0x73706572, Abbreviation::Always, true),          // reps
    (0x7373616d, Abbreviation::AfterComma, true),      // mass
    (0x7373696d, Abbreviation::AfterComma, true),      // miss
    (0x73766572, Abbreviation::Always, true),          // revs
    (0x73766f67, Abbreviation::Always, true),          // govs
    (0x746e6f6d, Abbreviation::Always, true),          // mont
    (0x74706163, Abbreviation::Always, true),          // capt
    (0x74706564, Abbreviation::Always, true),          // dept
    (0x74706573, Abbreviation::Always, true),          // sept
    (0x74707573, Abbreviation::Always, true),          // supt
    (0x74737361, Abbreviation::Always, true),          // asst
    (0x74766f67, Abbreviation::Always, true),          // govt
    (0x76696e75, Abbreviation::Always, true),          // univ
    (0x79747461, Abbreviation::Always, true),          // atty
    (0x79776b70, Abbreviation::Always, true),          // pkwy
    (0x7a697261, Abbreviation::Always, true),          // ariz
    (0x636f737361, Abbreviation::Always, true),        // assoc
    (0x66696c6163, Abbreviation::Always, true),        // calif
    (0x72646d6f63, Abbreviation::Always, true),        // comdr
    (0x7361726170, Abbreviation::BeforeNumber, false), // paras
    (0x73666f7270, Abbreviation::Always, true),        // profs
    (0x736e617274, Abbreviation::Always, false),       // trans
    (0x7372756874, Abbreviation::Always, true),        // thurs
    (0x7379747461, Abbreviation::Always, true),        // attys
    (0x73727373656d, Abbreviation::Always, true),      // messrs
    (0x786f72707061, Abbreviation::Always, false),     // approx
];

pub(crate) static PREFIXES: &[u64] = &[
    0x61,             // a
    0x65,             // e
    0x75,             // u
    0x78,             // x
    0x6261,           // ab
    0x6562,           // be
    0x6564,           // de
    0x6572,           // re
    0x6962,           // bi
    0x6c69,           // il
    0x6d65,           // em
    0x6d69,           // im
    0x6e65,           // en
    0x6e69,           // in
    0x6e75,           // un
    0x6f63,           // co
    0x7075,           // up
    0x7865,           // ex
    0x627573,         // sub
    0x64696d,         // mid
    0x657270,         // pre
    0x696e75,         // uni
    0x697274,         // tri
    0x6c616d,         // mal
    0x6e6170,         // pan
    0x6e6f6e,         // non
    0x6f6365,         // eco
    0x6f6567,         // geo
    0x6f656e,         // neo
    0x6f6962,         // bio
    0x6f7270,         // pro
    0x6f7369,         // iso
    0x726570,         // per
    0x727573,         // sur
    0x736964,         // dis
    0x73696d,         // mis
    0x6167656d,       // mega
    0x61726170,       // para
    0x6174656d,       // meta
    0x65636976,       // vice
    0x656c6574,       // tele
    0x65726f66,       // fore
    0x65746e61,       // ante
    0x68637261,       // arch
    0x6874656d,       // meth
    0x696d6573,       // semi
    0x696e696d,       // mini
    0x69726570,       // peri
    0x69746e61,       // anti
    0x6f6d6f68,       // homo
    0x6f6e6f6d,       // mono
    0x6f726561,       // aero
    0x6f726761,       // agro
    0x6f747561,       // auto
    0x7265766f,       // over
    0x74736f70,       // post
    0x796c6f70,       // poly
    0x6172666e69,     // infra
    0x6172707573,     // supra
    0x6172746c75,     // ultra
    0x6172746e69,     // intra
    0x6172747865,     // extra
    0x6973617571,     // quasi
    0x69746c756d,     // multi
    0x6f69636f73,     // socio
    0x6f7263616d,     // macro
    0x6f7263696d,     // micro
    0x6f7275656e,     // neuro
    0x6f746f7270,     // proto
    0x7265627963,     // cyber
    0x7265646e75,     // under
    0x7265707573,     // super
    0x7265707968,     // hyper
    0x7265746e69,     // inter
    0x736e617274,     // trans
    0x73736f7263,     // cross
    0x6172746e6f63,   // contra
    0x6d7563726963,   // circum
    0x6f6475657370,   // pseudo
    0x6f6863797370,   // psycho
    0x6f727463656c65, // electro
    0x7265746e756f63, // counter
];

pub(crate) static SUFFIXES: &[u64] = &[
    0x687369,     // ish
    0x616d6172,   // rama
    0x646c6f66,   // fold
    0x65736977,   // wise
    0x65746167,   // gate
    0x65747465,   // ette
    0x73697469,   // itis
    0x7373656c,   // less
    0x74736566,   // fest
    0x74736f6d,   // most
    0x6575717365, // esque
];

pub(crate) static CONTRACTIONS: &[(u64, u8)] = &[
    (0x6d69, 1),             // im
    (0x657669, 1),           // ive
    (0x6f6e6e, 1),           // nno
    (0x736568, 2),           // hes
    (0x65766577, 2),         // weve
    (0x73656873, 3),         // shes
    (0x746e6163, 2),         // cant
    (0x746e6961, 2),         // aint
    (0x746e6f64, 2),         // dont
    (0x746e6f77, 2),         // wont
    (0x746e7369, 2),         // isnt
    (0x616e6e6177, 3),       // wanna
    (0x616e6e6f67, 3),       // gonna
    (0x6174746f67, 3),       // gotta
    (0x617474756f, 3),       // outta
    (0x656d6d656c, 3),       // lemme
    (0x656d6d6967, 3),       // gimme
    (0x6572756f79, 3),       // youre
    (0x6576756f79, 3),       // youve
    (0x6f6e6e7564, 2),       // dunno
    (0x7374616874, 4),       // thats
    (0x7374616877, 4),       // whats
    (0x746e646168, 3),       // hadnt
    (0x746e646964, 3),       // didnt
    (0x746e657261, 3),       // arent
    (0x746e736168, 3),       // hasnt
    (0x746e736177, 3),       // wasnt
    (0x657279656874, 4),     // theyre
    (0x657679656874, 4),     // theyve
    (0x736572656874, 5),     // theres
    (0x746e65726577, 4),     // werent
    (0x746e65766168, 4),     // havent
    (0x746e73656f64, 4),     // doesnt
    (0x746f6e6e6163, 3),     // cannot
    (0x746e646c756f63, 5),   // couldnt
    (0x746e646c756f77, 5),   // wouldnt
    (0x746e646c756f6873, 6), // shouldnt
];
